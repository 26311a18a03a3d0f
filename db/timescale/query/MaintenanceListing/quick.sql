-- How many rows its functions return is guessed so high that compiling the query would take longer than running it.
SELECT set_config('jit', 'off', true)
