"""What is timed, against what, on which data. Figures are ratios taken in one run."""
