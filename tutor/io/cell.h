/*
 * cell: the tiny program that stands between a sandbox and the program in it; its image lies inside tutor
 * (cell_image.c), so there is nothing to install or to find.
 *
 * bwrap can neither set limits inside nor tell an exit code 137 from a SIGKILL, and without a pid
 * namespace somebody must gather what is left: cell does these three. Called as
 *     cell KEY... -- PROGRAM ARGUMENT...
 * where a KEY is one letter and a value, below. It forks, applies limits and walls in the child, runs
 * PROGRAM, ends everything when PROGRAM has ended, when the wall time is over, on SIGTERM or when nobody
 * holds the other end of the life pipe, and writes one struct cell_report.
 */
#ifndef IO_CELL_H
#define IO_CELL_H

#include <stdint.h>

#define CELL_REPORT_FD 'r'  /* where the report goes */
#define CELL_LIFE_FD 'l'    /* EOF here: end everything */
#define CELL_SECCOMP_FD 's' /* a classic BPF program, read with pread */
#define CELL_RULESET_FD 'k' /* a Landlock ruleset for the program */
#define CELL_UID 'u'        /* become this user and group */
#define CELL_DAC 'd'        /* keep the right to read what this user may not: Landlock alone decides */
#define CELL_HOST 'h'       /* 1: in the host's pid namespace; 2: and Landlock can scope signals */
#define CELL_WALL_MS 'w'
#define CELL_CPU_S 'c'
#define CELL_MEM 'm'
#define CELL_FSIZE 'f'
#define CELL_NPROC 'n'
#define CELL_CWD 'D'
#define CELL_ENV 'e'        /* NAME=value; the program gets these and no others */

#define CELL_MAGIC 0x43454c4cu

enum cell_stage {
	CELL_RAN, /* the program was started; status is its wait status */
	CELL_BAD_USE,
	CELL_NO_USER,
	CELL_NO_FORK,
	CELL_NO_CWD,
	CELL_NO_LIMITS,
	CELL_NO_WALLS, /* Landlock or seccomp */
	CELL_NO_EXEC,
};

struct cell_report {
	uint32_t magic;
	int32_t stage;   /* enum cell_stage */
	int32_t number;  /* errno of a stage other than CELL_RAN */
	int32_t status;  /* wait status */
	int32_t wall;    /* 1: the wall time was over */
	int32_t pad;
	int64_t cpu_us, rss_kb; /* of the program and of the children it waited for */
};

/* The program's image, an ELF file; length 0 when tutor was built without it. */
extern const unsigned char cell_image[], cell_image_end[];

#endif
