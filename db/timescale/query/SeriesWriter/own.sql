SELECT set_config('alphaforge.writing', 'on', true)
