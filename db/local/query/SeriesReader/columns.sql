SET VARIABLE bar_columns = string_split(?, ',')
