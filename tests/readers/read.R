# SPDX-License-Identifier: MIT
# Reads rows.csv by the line in the file that is named, and prints each value as text, one JSON array a row.
line <- commandArgs(trailingOnly = TRUE)[1]
eval(parse(line))

# JSON by hand: R itself has none. What is not known is null, a number has all of its digits.
quoted <- function(text) {
    text <- gsub("\\", "\\\\", text, fixed = TRUE)
    text <- gsub("\"", "\\\"", text, fixed = TRUE)
    for (code in c(1:31, 127)) text <- gsub(intToUtf8(code), sprintf("\\u%04x", code), text, fixed = TRUE)
    paste0("\"", text, "\"")
}
as_json <- function(column) {
    text <- if (is.numeric(column)) format(column, digits = 17, scientific = FALSE, trim = TRUE) else
        if (is.logical(column)) tolower(as.character(column)) else as.character(column)
    ifelse(is.na(column), "null", quoted(text))
}
out <- file("stdout", encoding = "UTF-8")
cat("[", paste(quoted(names(rows)), collapse = ","), "]\n", sep = "")
cells <- sapply(rows, as_json)
writeLines(apply(cells, 1, function(row) paste0("[", paste(row, collapse = ","), "]")), useBytes = TRUE)
