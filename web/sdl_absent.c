/* What is referred to but absent from the page's SDL: it is built without game controllers, without a
   renderer of its own, without pictures in memory and without shared libraries. Emscripten has functions of some of
   these names, for SDL 1, which would be linked instead. */
#include "SDL.h"
#include "SDL_loadso.h"

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) {
  (void)index;
  return SDL_FALSE;
}
SDL_GameController* SDL_GameControllerOpen(int index) {
  (void)index;
  return NULL;
}
void SDL_GameControllerClose(SDL_GameController* controller) { (void)controller; }
Uint8 SDL_GameControllerGetButton(SDL_GameController* controller, SDL_GameControllerButton button) {
  (void)controller;
  (void)button;
  return 0;
}
Sint16 SDL_GameControllerGetAxis(SDL_GameController* controller, SDL_GameControllerAxis axis) {
  (void)controller;
  (void)axis;
  return 0;
}
int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height) {
  (void)renderer;
  (void)width;
  (void)height;
  return -1;
}
void SDL_UnloadObject(void* handle) { (void)handle; }

SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags) {
  (void)surface;
  (void)format;
  (void)flags;
  return NULL;
}
SDL_Surface* SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 red,
                                  Uint32 green, Uint32 blue, Uint32 alpha) {
  return SDL_CreateRGBSurfaceFrom(NULL, width, height, depth, (int)flags, red, green, blue, alpha);
}
SDL_Surface* SDL_CreateRGBSurfaceFrom(void* pixels, int width, int height, int depth, int pitch,
                                      Uint32 red, Uint32 green, Uint32 blue, Uint32 alpha) {
  (void)pixels;
  (void)width;
  (void)height;
  (void)depth;
  (void)pitch;
  (void)red;
  (void)green;
  (void)blue;
  (void)alpha;
  return NULL;
}
void SDL_FreeSurface(SDL_Surface* surface) { (void)surface; }
SDL_bool SDL_PixelFormatEnumToMasks(Uint32 format, int* bits, Uint32* red, Uint32* green,
                                    Uint32* blue, Uint32* alpha) {
  (void)format;
  (void)bits;
  (void)red;
  (void)green;
  (void)blue;
  (void)alpha;
  return SDL_FALSE;
}
void SDL_CalculateGammaRamp(float gamma, Uint16* ramp) {
  (void)gamma;
  (void)ramp;
}
/* A window's pixels in memory. */
int Emscripten_CreateWindowFramebuffer(void* device, SDL_Window* window, Uint32* format,
                                       void** pixels, int* pitch) {
  (void)device;
  (void)window;
  (void)format;
  (void)pixels;
  (void)pitch;
  return -1;
}
int Emscripten_UpdateWindowFramebuffer(void* device, SDL_Window* window, const SDL_Rect* rects,
                                       int count) {
  (void)device;
  (void)window;
  (void)rects;
  (void)count;
  return -1;
}
void Emscripten_DestroyWindowFramebuffer(void* device, SDL_Window* window) {
  (void)device;
  (void)window;
}

/* OpenGL's functions are linked by name. Emscripten's own answer to a look-up by string would bring every
   one of them into the page, which makes its JavaScript a third larger. */
void* eglGetProcAddress(const char* name) {
  (void)name;
  return NULL;
}
