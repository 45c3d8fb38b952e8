"""One module a page: a function that reads what the page shows and hands it to its template."""
