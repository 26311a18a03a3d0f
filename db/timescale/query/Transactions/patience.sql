SELECT set_config('lock_timeout', ?, true) WHERE current_setting('lock_timeout') = '0'
