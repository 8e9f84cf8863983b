#include "base/base.h"

#include "io/cell.h"

/* CELL_IMAGE is the path of the built program; see the Makefile. Fuzz targets do without. */
#ifdef CELL_IMAGE
#define CELL_BYTES ".incbin \"" CELL_IMAGE "\"\n"
#else
#define CELL_BYTES ""
#endif

__asm__(".pushsection .rodata\n"
	".balign 16\n"
	".globl cell_image\n"
	".globl cell_image_end\n"
	"cell_image:\n" CELL_BYTES "cell_image_end:\n"
	".byte 0\n"
	".popsection\n");
