"""Who and what is named: policies, agencies, companies, organizations, places, persons, projects."""
