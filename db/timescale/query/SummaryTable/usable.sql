SELECT coalesce(has_table_privilege(to_regclass('bar_summaries'), 'INSERT, UPDATE, DELETE'), false)
