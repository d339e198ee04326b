#include "ui/sdl/sdl_window.h"

#ifdef __EMSCRIPTEN__
#include <SDL_opengles2.h>
#else
#include <SDL_opengl.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstring>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_impl_sdl2.h"

namespace awaitscope {

namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* kShaderVersion = "#version 300 es";
#else
constexpr const char* kShaderVersion = "#version 150";
#endif

void ask_for_context() {
#ifdef __EMSCRIPTEN__
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
#else
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_FORWARD_COMPATIBLE_FLAG);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
#endif
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

// FNV-1a, eight bytes at a time.
uint64_t add_bytes(uint64_t hash, const void* data, size_t size) {
  const char* bytes = static_cast<const char*>(data);
  for (; size > 0; size -= std::min(size, sizeof(uint64_t))) {
    uint64_t word = 0;
    std::memcpy(&word, bytes, std::min(size, sizeof word));
    hash = (hash ^ word) * 0x100000001b3u;
    hash ^= hash >> 32;
    bytes += sizeof word;
  }
  return hash;
}

// The same for two frames that look the same.
uint64_t fingerprint(const ImDrawData& frame, const ImVec4& background) {
  uint64_t hash = 0xcbf29ce484222325u;
  hash = add_bytes(hash, &background, sizeof background);
  hash = add_bytes(hash, &frame.DisplaySize, sizeof frame.DisplaySize);
  hash = add_bytes(hash, &frame.FramebufferScale, sizeof frame.FramebufferScale);
  for (const ImDrawList* list : frame.CmdLists) {
    hash = add_bytes(hash, list->VtxBuffer.Data, size_t(list->VtxBuffer.size_in_bytes()));
    hash = add_bytes(hash, list->IdxBuffer.Data, size_t(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      hash = add_bytes(hash, &command.ClipRect, sizeof command.ClipRect);
      hash = add_bytes(hash, &command.ElemCount, sizeof command.ElemCount);
    }
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace

SdlWindow::~SdlWindow() {
  if (imgui_ready_) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
  }
  if (context_) SDL_GL_DeleteContext(context_);
  if (window_) SDL_DestroyWindow(window_);
  SDL_Quit();
}

std::string SdlWindow::open(Options options) {
  options_ = options;
  SDL_SetMainReady();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return SDL_GetError();
  ask_for_context();
  Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  if (options_.hidden) flags |= SDL_WINDOW_HIDDEN;
  window_ =
      SDL_CreateWindow(options_.title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                       static_cast<int>(std::lround(options_.width * options_.scale)),
                       static_cast<int>(std::lround(options_.height * options_.scale)), flags);
  if (!window_) return SDL_GetError();
  context_ = SDL_GL_CreateContext(window_);
  if (!context_) return SDL_GetError();
#ifndef __EMSCRIPTEN__
  SDL_GL_SetSwapInterval(1);
#endif
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  if (!ImGui_ImplSDL2_InitForOpenGL(window_, context_)) return "ImGui does not accept the window";
  if (!ImGui_ImplOpenGL3_Init(kShaderVersion)) return "OpenGL 3 is not usable here";
  imgui_ready_ = true;
  return {};
}

void SdlWindow::forget_frame() { shown_ = 0; }

void SdlWindow::process(const SDL_Event& event) {
  if (event.type == SDL_WINDOWEVENT) forget_frame();  // uncovered, resized, shown again
  ImGui_ImplSDL2_ProcessEvent(&event);
  if (event.type == SDL_MOUSEMOTION) {
    mouse_inside_ = true;
    mouse_x_ = static_cast<float>(event.motion.x) / options_.scale;
    mouse_y_ = static_cast<float>(event.motion.y) / options_.scale;
    if (options_.scale != 1) ImGui::GetIO().AddMousePosEvent(mouse_x_, mouse_y_);
  }
  if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_LEAVE)
    mouse_inside_ = false;
}

// SDL's window is in its window system's pixels; with a scale of our own ImGui is to see fewer,
// larger points.
void SdlWindow::fit_display() {
  ImGuiIO& io = ImGui::GetIO();
  if (options_.scale != 1) {
    io.DisplaySize = {io.DisplaySize.x / options_.scale, io.DisplaySize.y / options_.scale};
    io.DisplayFramebufferScale.x *= options_.scale;
    io.DisplayFramebufferScale.y *= options_.scale;
    if (mouse_inside_) io.AddMousePosEvent(mouse_x_, mouse_y_);
  }
}

void SdlWindow::begin_frame() {
  ImGui_ImplSDL2_NewFrame();
  fit_display();
  float density = ImGui::GetIO().DisplayFramebufferScale.x;
  if (density > 0 && prepare_fonts && prepare_fonts(density)) {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    forget_frame();
  }
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void SdlWindow::end_frame() {
  ImGui::Render();
  const ImGuiIO& io = ImGui::GetIO();
  ImVec4 clear = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  const uint64_t frame = fingerprint(*ImGui::GetDrawData(), clear);
  if (frame == shown_) return;
  shown_ = frame;
  glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
             static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
  glClearColor(clear.x, clear.y, clear.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (!options_.hidden) SDL_GL_SwapWindow(window_);
}

Pixels SdlWindow::read() const {
  Pixels pixels;
  SDL_GL_GetDrawableSize(window_, &pixels.width, &pixels.height);
  size_t row = static_cast<size_t>(pixels.width) * 4;
  std::vector<uint8_t> rgba(row * static_cast<size_t>(pixels.height));
  glReadPixels(0, 0, pixels.width, pixels.height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  pixels.rgb.reserve(rgba.size() / 4 * 3);
  for (int y = pixels.height - 1; y >= 0; --y) {  // OpenGL's rows begin at the bottom
    const uint8_t* source = rgba.data() + row * static_cast<size_t>(y);
    for (size_t x = 0; x < row; x += 4)
      pixels.rgb.insert(pixels.rgb.end(), source + x, source + x + 3);
  }
  return pixels;
}

void SdlWindow::restore() {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  forget_frame();
}

}  // namespace awaitscope
