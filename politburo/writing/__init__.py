"""Records leave the library: as statements (CSV rows) and as JSON."""
