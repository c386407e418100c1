next = Tiếp theo
entries = { $count } bài
date = ngày { $day } tháng { $month } năm { $year }
month_9 = 9
