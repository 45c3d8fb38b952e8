"""How the things of an article are related, one family a module."""
