# Dear ImGui 1.90.1 and SDL2 2.26.5, as the targets imgui (no back end), imgui_backends (SDL2 and
# OpenGL 3) and sdl2.
#
# No Debian package holds ImGui's sources, and the page needs SDL2's: they come from Debian's source
# packages, through the mirror that this machine's apt uses, or, where there is no apt, from the projects'
# own release archives. Either way they are pinned by hash. IMGUI_SOURCE_DIR and SDL2_SOURCE_DIR say
# where one has them already.

# Shared by all build folders, so that a source is fetched once.
set(AWAITSCOPE_DEPENDENCIES_DIR "${PROJECT_SOURCE_DIR}/.deps" CACHE PATH "Where fetched sources are kept")

# The base address of the Debian mirror this machine's apt uses, or nothing.
function(debian_mirror out)
  execute_process(COMMAND sh -c [[. /etc/os-release
      apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
        "Release: $VERSION_CODENAME" 'Component: main' | head -n 1]]
    OUTPUT_VARIABLE uri OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT uri)  # apt has not fetched its lists yet: look at what it would fetch them from
    execute_process(COMMAND sh -c [[
        cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list |
        grep -E '^(URIs:|deb )' | grep -v security | grep -oE '[a-z+]+://[^ ]+' | head -n 1]]
      OUTPUT_VARIABLE uri OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  string(REGEX REPLACE "/$" "" uri "${uri}")
  set(${out} "${uri}" PARENT_SCOPE)
endfunction()

# Fetches one source package of Debian's pool and unpacks it; out is the folder, or empty.
function(debian_source out folder pool_path sha256)
  set(${out} "" PARENT_SCOPE)
  set(apt_helper /usr/lib/apt/apt-helper)
  get_filename_component(file_name "${pool_path}" NAME)
  set(archive "${AWAITSCOPE_DEPENDENCIES_DIR}/${file_name}")
  set(unpacked "${AWAITSCOPE_DEPENDENCIES_DIR}/${folder}")
  set(stamp "${unpacked}/.unpacked-${sha256}")
  if(NOT EXISTS "${stamp}")
    if(NOT EXISTS "${apt_helper}")
      return()
    endif()
    file(MAKE_DIRECTORY "${AWAITSCOPE_DEPENDENCIES_DIR}")
    set(have "")
    if(EXISTS "${archive}")
      file(SHA256 "${archive}" have)
    endif()
    if(NOT have STREQUAL sha256)
      debian_mirror(mirror)
      message(STATUS "Fetching ${file_name}")
      execute_process(
        COMMAND "${apt_helper}" -o APT::Sandbox::User=root -o Acquire::Retries=3 download-file
          "${mirror}/pool/main/${pool_path}" "${archive}" "SHA256:${sha256}"
        RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE message)
      if(failed)
        message(WARNING "${file_name} did not come from Debian's pool; trying upstream. ${message}")
        return()
      endif()
    endif()
    file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${AWAITSCOPE_DEPENDENCIES_DIR}")
    file(TOUCH "${stamp}")
  endif()
  set(${out} "${unpacked}" PARENT_SCOPE)
endfunction()

# Fetches a project's own release archive; out is the folder.
function(upstream_source out name url sha256)
  include(FetchContent)
  FetchContent_Declare(${name} URL "${url}" URL_HASH SHA256=${sha256}
    SOURCE_DIR "${AWAITSCOPE_DEPENDENCIES_DIR}/upstream-${name}"
    SOURCE_SUBDIR none)  # no such folder: fetch it, build nothing of it
  FetchContent_MakeAvailable(${name})
  set(${out} "${AWAITSCOPE_DEPENDENCIES_DIR}/upstream-${name}" PARENT_SCOPE)
endfunction()

# --- Dear ImGui ---

set(imgui_dir "${IMGUI_SOURCE_DIR}")
if(NOT imgui_dir)
  debian_source(imgui_dir imgui-1.90.1 i/imgui/imgui_1.90.1+ds.orig.tar.xz
    ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c)
endif()
if(NOT imgui_dir)
  upstream_source(imgui_dir imgui https://github.com/ocornut/imgui/archive/v1.90.1.tar.gz
    21dcc985bb2ae8fe48047c86135dbc438d6980a8f2e08babbda5be820592f282)
endif()

# ImGui's own typeface, 12 KB that cannot be packed any smaller, is never shown: left out.
set(imgui_draw "${CMAKE_CURRENT_BINARY_DIR}/imgui_draw.cpp")
if(NOT EXISTS "${imgui_draw}" OR "${imgui_dir}/imgui_draw.cpp" IS_NEWER_THAN "${imgui_draw}")
  file(READ "${imgui_dir}/imgui_draw.cpp" text)
  string(FIND "${text}" "static const char proggy_clean_ttf_compressed_data_base85[" begin)
  string(FIND "${text}" "static const char* GetDefaultCompressedFontDataTTFBase85()\n{" end)
  if(begin EQUAL -1 OR end LESS begin)
    message(FATAL_ERROR "${imgui_dir}/imgui_draw.cpp is not ImGui 1.90.1's")
  endif()
  string(SUBSTRING "${text}" 0 ${begin} before)
  string(SUBSTRING "${text}" ${end} -1 after)
  file(WRITE "${imgui_draw}"
    "${before}static const char proggy_clean_ttf_compressed_data_base85[] = \"\";\n${after}")
endif()

add_library(imgui STATIC
  "${imgui_dir}/imgui.cpp"
  "${imgui_draw}"
  "${imgui_dir}/imgui_tables.cpp"
  "${imgui_dir}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_dir}")
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_OBSOLETE_KEYIO IMGUI_DISABLE_FILE_FUNCTIONS)

# --- SDL2 ---

if(EMSCRIPTEN)
  set(sdl2_dir "${SDL2_SOURCE_DIR}")
  if(NOT sdl2_dir)
    debian_source(sdl2_dir SDL2-2.26.5 libs/libsdl2/libsdl2_2.26.5+dfsg.orig.tar.gz
      b3f2c822151804125d08db94c65852f711c2e5df2145a59da120748dc32eb9c3)
  endif()
  if(NOT sdl2_dir)
    upstream_source(sdl2_dir sdl2
      https://github.com/libsdl-org/SDL/releases/download/release-2.26.5/SDL2-2.26.5.tar.gz
      ad8fea3da1be64c83c45b1d363a6b4ba8fd60f5bde3b23ec73855709ec5eabf7)
  endif()
  # Not SDL's own CMake, whose checks take minutes: the parts a page needs, with the stock headers.
  set(sdl2_sources)
  foreach(part . atomic cpuinfo dynapi events file stdlib thread thread/generic timer timer/unix
               video video/emscripten locale locale/emscripten misc misc/dummy)
    file(GLOB part_sources "${sdl2_dir}/src/${part}/*.c")
    list(APPEND sdl2_sources ${part_sources})
  endforeach()
  # OpenGL draws everything: pictures in memory, and the hundred ways to copy one into another, are left out.
  list(FILTER sdl2_sources EXCLUDE REGEX
    "/SDL_(blit.*|RLEaccel|bmp|emscriptenframebuffer|fillrect|pixels|shape|stretch|surface|yuv|vulkan_utils)\\.c$")
  add_library(sdl2 STATIC ${sdl2_sources} "${PROJECT_SOURCE_DIR}/web/sdl_absent.c")
  target_include_directories(sdl2 SYSTEM PUBLIC "${sdl2_dir}/include")
  target_compile_definitions(sdl2 PRIVATE
    SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_HAPTIC_DISABLED=1
    SDL_RENDER_DISABLED=1 SDL_POWER_DISABLED=1 SDL_LOADSO_DISABLED=1)
  target_compile_options(sdl2 PRIVATE -w -Oz -fno-inline)
  if(AWAITSCOPE_UNITY)  # it takes Emscripten longer to begin than to compile one of these
    set_target_properties(sdl2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
    set_source_files_properties("${PROJECT_SOURCE_DIR}/web/sdl_absent.c" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
else()
  find_package(SDL2 QUIET)
  find_package(OpenGL QUIET COMPONENTS OpenGL)
  if(NOT SDL2_FOUND OR NOT OpenGL_FOUND)
    message(STATUS "No SDL2 or OpenGL here: the desktop window is not built")
    return()
  endif()
  add_library(sdl2 INTERFACE)
  target_link_libraries(sdl2 INTERFACE SDL2::SDL2 OpenGL::GL)
endif()

add_library(imgui_backends STATIC EXCLUDE_FROM_ALL
  "${imgui_dir}/backends/imgui_impl_sdl2.cpp"
  "${imgui_dir}/backends/imgui_impl_opengl3.cpp")
target_include_directories(imgui_backends SYSTEM PUBLIC "${imgui_dir}/backends")
target_link_libraries(imgui_backends PUBLIC imgui sdl2)

if(EMSCRIPTEN)
  target_compile_options(imgui PRIVATE -Oz -fno-inline-functions)
  target_compile_options(imgui_backends PRIVATE -Oz -fno-inline-functions)
  target_compile_definitions(imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
  # 1.90.1 uses emscripten's functions without including their header.
  target_compile_options(imgui_backends PRIVATE -include emscripten.h)
  set_source_files_properties("${imgui_dir}/backends/imgui_impl_opengl3.cpp" PROPERTIES
    COMPILE_OPTIONS "-include;${PROJECT_SOURCE_DIR}/web/small_sscanf.h")
endif()
