"""What happens: meetings and activities, who called, chaired, attended and spoke."""
