"""Parts of the scripts that try the package's statistics on invented outlets."""
