# The target awaitscope_doctest: doctest's one header, from DOCTEST_INCLUDE_DIR, the system or upstream.

add_library(awaitscope_doctest INTERFACE)

if(DOCTEST_INCLUDE_DIR)
  set(doctest_found "${DOCTEST_INCLUDE_DIR}")
else()
  find_path(doctest_found doctest/doctest.h NO_CACHE
    PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH)
endif()
if(NOT doctest_found)
  include(FetchContent)
  FetchContent_Declare(doctest
    URL https://github.com/doctest/doctest/archive/v2.4.9.tar.gz
    URL_HASH SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856
    SOURCE_SUBDIR none)  # no such folder: fetch it, build nothing of it
  FetchContent_MakeAvailable(doctest)
  set(doctest_found "${doctest_SOURCE_DIR}")
endif()

# A copy, never the folder itself: under Emscripten /usr/include must not be searched.
file(COPY "${doctest_found}/doctest/doctest.h" DESTINATION "${CMAKE_CURRENT_BINARY_DIR}/include/doctest")
target_include_directories(awaitscope_doctest SYSTEM INTERFACE "${CMAKE_CURRENT_BINARY_DIR}/include")
