"""What may go wrong outside the program: kills, power cuts, failing disks, clocks, second windows."""
