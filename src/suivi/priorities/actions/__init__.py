"""Everything that changes priorities: preparing and running exercises, filling sheets, keeping the joint list."""
