# One door to all commands. Without make: python3 run.py COMMAND
.PHONY: help run setup test check fix bench score lock clean

help:
	@python3 run.py --help

run setup test check fix bench score lock clean:
	@python3 run.py $@
