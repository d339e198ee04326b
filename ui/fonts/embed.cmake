# cmake -D FONT=file -D NAME=function -D OUT=file.cpp -P embed.cmake
# Writes the bytes of FONT as the function awaitscope::fonts::NAME of fonts.h.
file(READ "${FONT}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")  # compilers read this faster than numbers
set(where "")
set(before "")
if(NAME MATCHES "_more$")
  set(where "AWAITSCOPE_DEFERRED ")
  set(before "\n  need_deferred_data();")
endif()
file(WRITE "${OUT}" "#include \"engine/compat/deferred_data.h\"
#include \"ui/fonts/fonts.h\"

namespace awaitscope::fonts {
${where}static const unsigned char kBytes[] = \"${bytes}\";
std::span<const unsigned char> ${NAME}() {${before}
  return {kBytes, sizeof kBytes - 1};
}
}  // namespace awaitscope::fonts
")
