"""The outside world of files: normenkaders and dossiers, read with suspicion and written durably."""
