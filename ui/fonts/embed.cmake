# cmake -D FONT=file -D NAME=function -D OUT=file.cpp -P embed.cmake
# Writes the bytes of FONT as the function awaitscope::fonts::NAME of fonts.h.
file(READ "${FONT}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(................................................................................)"
  "\\1\n" bytes "${bytes}")
file(WRITE "${OUT}" "#include \"ui/fonts/fonts.h\"

namespace awaitscope::fonts {
static const unsigned char kBytes[] = {
${bytes}
};
std::span<const unsigned char> ${NAME}() { return kBytes; }
}  // namespace awaitscope::fonts
")
