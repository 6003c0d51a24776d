"""What each page shows: published figures put into words, tables and charts for its template."""
