// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two roles in which the program starts itself again, without the program: tests of the
// measuring core name it in WEIGHBRIDGE_PROGRAM.
#include "core/measure/process/watchdog.h"
#include "core/reference/server.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <signal.h>
#include <sys/signalfd.h>

namespace
{

int serveReference(std::uint16_t port, int workers)
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigprocmask(SIG_BLOCK, &ending, nullptr);
    const int stop = signalfd(-1, &ending, SFD_CLOEXEC);
    weighbridge::reference::Options options;
    options.port = port;
    options.workers = workers;
    weighbridge::reference::Server server(options);
    if (!server.error().empty()) {
        std::fprintf(stderr, "%s\n", server.error().c_str());
        return 1;
    }
    server.run({}, stop);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "watchdog") == 0)
        return weighbridge::measure::watchdogMain(argc, argv);
    if (argc > 5 && std::strcmp(argv[1], "reference-server") == 0) // --port P --workers W
        return serveReference(static_cast<std::uint16_t>(std::strtoul(argv[3], nullptr, 10)),
                              static_cast<int>(std::strtol(argv[5], nullptr, 10)));
    return 2;
}
