"""Damaged and hostile files: reading and parsing them ends in a result or in an `InputError`, nothing else."""
