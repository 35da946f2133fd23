/*
 * The floor under a native probe: a program that makes the system calls of one steady scan on the descriptors that it
 * has inherited, call for call, with nothing of Java around. Driven through lines as io.fdscope.bench.ScanHost is;
 * bench/run builds and drives it.
 *
 *     scan_floor ffm|jdk [threaded]
 *
 * threaded: with a second thread, which sleeps. The kernel then takes a reference on every descriptor that it is asked
 * about, as it does in any JVM, and need not in a process of one thread.
 *
 * What io.fdscope.probe.NativeProbe asks the kernel in a scan, and so this program:
 *   - stat of /proc/self/fd (the open count), lseek and read of /proc/self/status (the table's size);
 *   - whatever was no socket, free numbers too: whether it is open, by statx in ffm, by epoll_ctl in jdk; the link of
 *     one in sixteen files, in turn;
 *   - poll over all sockets among 512 numbers at a time, beyond the highest known one among 128, until as many are open
 *     as were counted, then stat again;
 *   - sockets whose poll answer is the old one: nothing where that settles it (ESTABLISHED), the inode in every second
 *     scan where it does not (CLOSE), but everything for one in sixteen numbers, in turn: inode and state.
 * The inode is statx for three fields in ffm; in jdk the type first, then statx for all fields, as the JDK's own fstat
 * does it (17 to 25).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MOST_POLLED 512
#define BLOCK 128
#define ALL_EVENTS 0x27c7
#define TURNS 16
#define MOST_FDS (1 << 20)
#define OTHER_FILES 22 /* what ScanHost has open beside */
#define SETTLING 40 /* more than the turns after which everything was looked at once */
#define LEAST_TIMES 5
#define MOST_TIMES 100000

struct row {
    uint64_t inode;
    short answer;
    unsigned char state;
    char known;
    char socket;
};

static int ffm;
static struct row rows[MOST_FDS];
static int status_fd;
static int turn;
static int unidentified, sockets;
static long long wall[MOST_TIMES], cpu[MOST_TIMES];

static void fail(const char *what) {
    fprintf(stderr, "scan_floor: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int must(int result, const char *what) {
    if (result < 0) {
        fail(what);
    }
    return result;
}

/* ---- the scan ---- */

static long count_by_size(void) {
    struct stat folder;
    must(stat("/proc/self/fd", &folder), "stat");
    return folder.st_size;
}

static long table_size(void) {
    static char text[8192];
    must((int)lseek(status_fd, 0, SEEK_SET), "lseek");
    int length = must((int)read(status_fd, text, sizeof text - 1), "read");
    text[length] = 0;
    const char *line = strstr(text, "FDSize:");
    return line ? strtol(line + 7, NULL, 10) : 1 << 16;
}

static int option(int fd, int level, int name) {
    int value = 0;
    socklen_t length = sizeof value;
    return getsockopt(fd, level, name, &value, &length) == 0 ? value : -1;
}

/* 0: not open. */
static int inode(int fd, uint64_t *inode, int *is_socket) {
    struct statx found;
    int flags = AT_EMPTY_PATH | (ffm ? AT_STATX_DONT_SYNC : AT_STATX_SYNC_AS_STAT);
    unsigned wanted = ffm ? STATX_TYPE | STATX_NLINK | STATX_INO : STATX_BASIC_STATS | STATX_BTIME;
    if (statx(fd, "", flags, wanted, &found) != 0) {
        return 0;
    }
    *inode = found.stx_ino;
    *is_socket = S_ISSOCK(found.stx_mode);
    return 1;
}

/* The inode of what must be a socket. */
static bool socket_inode(int fd, uint64_t *found) {
    int is_socket;
    return (ffm || option(fd, SOL_SOCKET, SO_TYPE) > 0) && inode(fd, found, &is_socket) && is_socket;
}

static bool as_before(int fd, struct row *row, short answer) {
    uint64_t found;
    if (row->state == TCP_CLOSE) {
        return (answer & POLLHUP) && (((fd ^ turn) & 1) != 0 || (socket_inode(fd, &found) && found == row->inode));
    }
    return row->state == TCP_ESTABLISHED && !(answer & POLLHUP);
}

static void look_at_socket(int fd, struct row *row, short answer) {
    uint64_t found;
    if (!socket_inode(fd, &found)) {
        row->known = 0;
        return;
    }
    if (!row->known || found != row->inode) {
        option(fd, SOL_SOCKET, SO_DOMAIN);
        option(fd, SOL_SOCKET, SO_TYPE);
        option(fd, SOL_SOCKET, SO_PROTOCOL);
    }
    row->state = option(fd, IPPROTO_TCP, TCP_INFO) & 0xff;
    row->known = 1;
    row->inode = found;
    row->answer = answer;
}

static bool is_open(int fd, uint64_t *found, int *is_socket) {
    if (ffm) {
        return inode(fd, found, is_socket);
    }
    return epoll_ctl(fd, EPOLL_CTL_DEL, fd, NULL) == 0 || errno != EBADF;
}

/* What was no socket. */
static void before_poll(int fd, struct row *row, long *open) {
    static char link[4096], path[64];
    uint64_t found = row->inode;
    int is_socket = 0;
    if (!is_open(fd, &found, &is_socket)) {
        row->known = 0;
        return;
    }
    if (!row->known || found != row->inode || fd % TURNS == turn) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(path, link, sizeof link - 1);
        link[length < 0 ? 0 : length] = 0;
        row->socket = strncmp(link, "socket:", 7) == 0;
        row->inode = found;
        row->known = !row->socket;
        row->answer = 0;
    }
    *open += !row->socket;
}

static void after_poll(int fd, struct row *row, short answer, long *open) {
    if (answer & POLLNVAL) {
        row->known = row->socket = 0;
        return;
    }
    ++*open;
    if (!(row->known && row->answer == answer && fd % TURNS != turn && as_before(fd, row, answer))) {
        look_at_socket(fd, row, answer);
    }
    sockets++;
    unidentified += row->state == TCP_CLOSE;
}

static void poll_sockets(long from, int count, long *open) {
    static struct pollfd polled[MOST_POLLED];
    bool any = false;
    for (int i = 0; i < count; i++) {
        struct row *row = &rows[from + i];
        polled[i].fd = row->socket ? (int)from + i : -1;
        polled[i].events = ALL_EVENTS;
        any |= row->socket;
    }
    if (!any) {
        return;
    }
    must(poll(polled, (nfds_t)count, 0), "poll");
    for (int i = 0; i < count; i++) {
        if (polled[i].fd >= 0) {
            after_poll(polled[i].fd, &rows[from + i], polled[i].revents, open);
        }
    }
}

static void scan(void) {
    static long highest = -1;
    turn = (turn + 1) % TURNS;
    unidentified = sockets = 0;
    long open = 0;
    long expected = count_by_size();
    long end = table_size();
    end = end < MOST_FDS ? end : MOST_FDS;
    long known = highest;
    bool all = false;
    for (long from = 0; from < end && !all;) {
        long most = from + MOST_POLLED <= known ? MOST_POLLED : BLOCK;
        int count = (int)(end - from < most ? end - from : most);
        for (int i = 0; i < count; i++) {
            struct row *row = &rows[from + i];
            if (!row->socket) {
                before_poll((int)from + i, row, &open);
            }
        }
        poll_sockets(from, count, &open);
        for (int i = 0; i < count; i++) {
            highest = rows[from + i].known && from + i > highest ? from + i : highest;
        }
        from += count;
        if (from > known && open >= expected) {
            expected = count_by_size();
            all = open >= expected;
        }
    }
}

/* ---- timing, as Timing does it ---- */

static long long now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int ascending(const void *left, const void *right) {
    long long a = *(const long long *)left, b = *(const long long *)right;
    return (a > b) - (a < b);
}

static void time_scans(int millis) {
    int count = 0;
    long long end = now(CLOCK_MONOTONIC) + millis * 1000000LL;
    do {
        long long cpu_before = now(CLOCK_THREAD_CPUTIME_ID), wall_before = now(CLOCK_MONOTONIC);
        scan();
        wall[count] = now(CLOCK_MONOTONIC) - wall_before;
        cpu[count++] = now(CLOCK_THREAD_CPUTIME_ID) - cpu_before;
    } while (count < MOST_TIMES && (count < LEAST_TIMES || now(CLOCK_MONOTONIC) < end));
    qsort(wall, (size_t)count, sizeof *wall, ascending);
    qsort(cpu, (size_t)count, sizeof *cpu, ascending);
    printf("%lld %lld 0 %d %d\n", wall[count / 2], cpu[count / 2], unidentified, sockets);
}

static void *sleep_on(void *unused) {
    while (1) {
        pause();
    }
    return unused;
}

int main(int argc, char **argv) {
    char line[128];
    int millis;
    if (argc < 2 || (strcmp(argv[1], "ffm") != 0 && strcmp(argv[1], "jdk") != 0)) {
        fprintf(stderr, "usage: scan_floor ffm|jdk [threaded]\n");
        return 2;
    }
    ffm = strcmp(argv[1], "ffm") == 0;
    pthread_t thread;
    if (argc > 2 && pthread_create(&thread, NULL, sleep_on, NULL) != 0) {
        fail("pthread_create");
    }
    status_fd = must(open("/proc/self/status", O_RDONLY | O_CLOEXEC), "/proc/self/status");
    for (int i = 0; i < OTHER_FILES; i++) {
        must(open("/proc/self/limits", O_RDONLY | O_CLOEXEC), "/proc/self/limits");
    }
    for (int i = 0; i < SETTLING; i++) {
        scan();
    }
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "scan %d", &millis) != 1) {
            fprintf(stderr, "scan_floor: no such command: %s", line);
            return 2;
        }
        time_scans(millis);
        fflush(stdout);
    }
    return 0;
}
