# cmake -D IN=index.html.in -D WASM=file -D OUT=index.html -P index.cmake
# Writes the page with the size of the program in it, for the progress bar.
file(SIZE "${WASM}" AWAITSCOPE_WASM_BYTES)
configure_file("${IN}" "${OUT}.new" @ONLY)
file(RENAME "${OUT}.new" "${OUT}")
