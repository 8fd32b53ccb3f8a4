"""What follows the acceptance of a filing: 事中监督, and the evaluation of what came of it."""
