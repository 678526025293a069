// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_text.h"
#include "core/storage/project.h"
#include "program.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace weighbridge;

namespace
{

bool makePipe(const QString &path)
{
    return ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A pipe of the file system that takes a page and that nobody reads.
class FullPipe
{
public:
    explicit FullPipe(const QString &path) : m_path(path)
    {
        if (makePipe(path))
            m_end = ::open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        m_size = ::fcntl(m_end, F_SETPIPE_SZ, 4096);
    }
    ~FullPipe() { ::close(m_end); }
    FullPipe(const FullPipe &) = delete;
    FullPipe &operator=(const FullPipe &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isFull() const
    {
        int waiting = 0;
        return ::ioctl(m_end, FIONREAD, &waiting) == 0 && m_size > 0 && waiting >= m_size;
    }

private:
    QString m_path;
    int m_end = -1;
    int m_size = 0;
};

std::shared_ptr<const results::BenchmarkResult> runOf(const char *id, const QDate &day)
{
    auto run = std::make_shared<results::BenchmarkResult>();
    run->id = QString::fromLatin1(id);
    run->startedAt = QDateTime(day, QTime(12, 0), Qt::UTC);
    run->programVersion = QStringLiteral("0.1.0");
    return run;
}

/// Three runs, of which the oldest rates a cell.
storage::Project projectWithRuns()
{
    storage::Project project = storage::sampleProject();
    project.runs = {runOf("first", QDate(2026, 11, 1)), runOf("second", QDate(2026, 11, 2)),
                    runOf("third", QDate(2026, 11, 3))};
    decision::Rating &cell = project.decision.needs[0].ratings[0];
    cell.provenance = decision::Provenance::measured;
    cell.source.run = QStringLiteral("first");
    return project;
}

QStringList runIdsIn(const QString &path)
{
    QStringList ids;
    const auto project = storage::loadProject(path);
    if (project) {
        for (const auto &run : project->runs)
            ids << run->id;
    }
    return ids;
}

} // namespace

/// What the program does to files and to the terminal that are not as expected.
class CliFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aPipeIsRefusedAtOnceAndNeverReplaced_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line :
             {"decide @", "report @", "claims @", "decide --out @", "decide --table-csv @",
              "decide --import-csv @", "report --out @", "bench --targets reference --out @",
              "bench --targets reference --project @"})
            QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
    }
    void aPipeIsRefusedAtOnceAndNeverReplaced()
    {
        QFETCH(QStringList, arguments);
        const QString path = inFolder("x.weigh");
        QVERIFY(makePipe(path));
        arguments.replaceInStrings(QStringLiteral("@"), path);
        const Output output = runProgram(arguments);
        QCOMPARE(output.code, 1);
        QVERIFY2(output.err.contains("it is a pipe, not a file"), output.err.constData());
        QCOMPARE(output.complaints().size(), 1);
        struct stat found = {};
        QCOMPARE(::lstat(QFile::encodeName(path).constData(), &found), 0);
        QVERIFY(S_ISFIFO(found.st_mode));
    }

    void aDeviceIsNotReplaced()
    {
        const Output output = runProgram({"decide", "--out", "/dev/null"});
        QCOMPARE(output.code, 1);
        QVERIFY2(output.err.contains("it is a device, not a file"), output.err.constData());
        struct stat found = {};
        QCOMPARE(::lstat("/dev/null", &found), 0);
        QVERIFY(S_ISCHR(found.st_mode));
    }

    void aLinkIsFollowed()
    {
        const QString target = inFolder("target.weigh");
        const QString link = inFolder("link.weigh");
        QVERIFY(QFile::link(target, link));
        QCOMPARE(runProgram({"decide", "--out", link}).code, 0);
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(storage::loadProject(target));
        QCOMPARE(runProgram({"decide", link}).code, 0);
    }

    void aFullDiskIsCalledThat()
    {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE), {"decide", "--json"});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 1);
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(err.contains("the disk is full. Make room there"), err.constData());
    }

    void signalsEndWhatWaitsForAReader_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("errorsToo");
        QTest::addColumn<int>("signal");
        const QString manyCharacters(8192, QLatin1Char('x'));
        for (const int signal : {SIGINT, SIGTERM}) {
            for (const bool errorsToo : {false, true})
                QTest::addRow("decide %d %d", errorsToo, signal)
                    << QStringList{"decide", "--json"} << errorsToo << signal;
            QTest::addRow("report %d", signal) << QStringList{"report"} << false << signal;
            QTest::addRow("claims %d", signal)
                << QStringList{"claims", "--json"} << false << signal;
            // Of those that have something to tidy up; it complains about the name.
            QTest::addRow("conformance %d", signal)
                << QStringList{"conformance", manyCharacters} << true << signal;
        }
    }
    void signalsEndWhatWaitsForAReader()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, errorsToo);
        QFETCH(int, signal);
        const FullPipe pipe(inFolder("pipe"));
        QProcess process;
        process.setStandardOutputFile(pipe.path());
        if (errorsToo)
            process.setStandardErrorFile(pipe.path(), QIODevice::Append);
        process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE), arguments);
        QVERIFY(process.waitForStarted(60'000));
        QTRY_VERIFY_WITH_TIMEOUT(pipe.isFull() || process.state() == QProcess::NotRunning, 60'000);
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }

    void runsGoOnRequestButNotThoseThatCount()
    {
        const QString path = inFolder("a.weigh");
        QVERIFY(storage::saveProject(path, projectWithRuns()));
        const Output kept = runProgram({"decide", path, "--keep-runs", "1", "--out", path});
        QCOMPARE(kept.code, 0);
        QVERIFY2(kept.err.contains("Dropped 1 of 3 runs; kept 1 run that would have gone, because "
                                   "the decision rests on it."),
                 kept.err.constData());
        QCOMPARE(runIdsIn(path), (QStringList{"first", "third"}));

        QVERIFY(storage::saveProject(path, projectWithRuns()));
        const Output dropped =
            runProgram({"decide", path, "--drop-runs-before", "2026-11-03", "--out", path});
        QCOMPARE(dropped.code, 0);
        QCOMPARE(runIdsIn(path), (QStringList{"first", "third"}));

        const Output nowhere = runProgram({"decide", path, "--keep-runs", "1"});
        QCOMPARE(nowhere.code, 2);
        QVERIFY(nowhere.err.contains("--keep-runs needs --out FILE"));
        QCOMPARE(runProgram({"decide", path, "--drop-runs-before", "May", "--out", path}).code, 2);
    }

    void namesAreShownAndNotObeyed()
    {
        storage::Project project = storage::sampleProject();
        project.decision.alternatives[0].name = QStringLiteral("\x1b[2J\x1b[31mGo\a\nx");
        project.decision.needs[0].name = QStringLiteral("\u202eneed\tX");
        const QString path = inFolder("a.weigh");
        QVERIFY(storage::saveProject(path, project));
        for (const QStringList &arguments :
             {QStringList{"decide", path}, QStringList{"decide", path, "--explain"}}) {
            const Output output = runProgram(arguments);
            QCOMPARE(output.code, 0);
            QVERIFY(output.out.contains(QStringLiteral("␛[2J␛[31mGo␇␊x").toUtf8()));
            QVERIFY(output.out.contains(QStringLiteral("\ufffdneed␉X").toUtf8()));
            for (const char control : {'\x1b', '\a', '\t'})
                QVERIFY(!output.out.contains(control));
        }
        const QJsonArray alternatives =
            runProgram({"decide", path, "--json"}).json()[QStringLiteral("alternatives")].toArray();
        QCOMPARE(alternatives[0][QStringLiteral("name")].toString(),
                 project.decision.alternatives[0].name);
    }

    void alternativesOfOneNameAreToldApartWithAWord()
    {
        storage::Project project = storage::sampleProject();
        project.decision.alternatives[1].name = project.decision.alternatives[0].name;
        const QString path = inFolder("a.weigh");
        QVERIFY(storage::saveProject(path, project));
        const Output output = runProgram({"decide", path});
        QCOMPARE(output.code, 0);
        QVERIFY2(output.err.contains("Two alternatives are called 'Go' ('go' and 'python')"),
                 output.err.constData());
        QVERIFY(output.out.contains("Go (2)"));
    }

    void nothingIsWrittenOverTheProjectByASlip()
    {
        const QString project = m_folder->filePath(QStringLiteral("p.weigh"));
        QCOMPARE(runProgram({"decide", "--out", project}).code, 0);
        const QString link = m_folder->filePath(QStringLiteral("link.csv"));
        QVERIFY(QFile::link(project, link));
        QCOMPARE(runProgram({"decide", project, "--table-csv", project}).code, 2);
        QCOMPARE(runProgram({"decide", project, "--table-csv", link}).code, 2);
        QCOMPARE(runProgram({"report", project, "--out", project}).code, 2);
        const QString other = m_folder->filePath(QStringLiteral("other"));
        QCOMPARE(runProgram({"decide", "--out", other, "--table-csv", other}).code, 2);
        QVERIFY(storage::loadProject(project).hasValue());
    }

    void anEmptyFileNameIsNotTakenForNone()
    {
        for (const QStringList &arguments :
             {QStringList{"decide", ""}, QStringList{"decide", "--out", ""},
              QStringList{"decide", "--table-csv", ""}, QStringList{"report", "--out", ""}}) {
            const auto result = runProgram(arguments);
            QCOMPARE(result.code, 2);
            QVERIFY2(result.err.contains("not an empty name"), result.err.constData());
        }
    }

    void theTableGoesToASpreadsheetAndBack()
    {
        const QString csv = inFolder("table.csv");
        const QString project = inFolder("a.weigh");
        const QString again = inFolder("b.weigh");
        QCOMPARE(runProgram({"decide", "--out", project, "--table-csv", csv}).code, 0);
        QCOMPARE(runProgram({"decide", project, "--import-csv", csv, "--out", again}).code, 0);
        QCOMPARE(bytesOf(again), bytesOf(project));

        QVERIFY(writeFile(csv, "Need;Weight;Go;Rust\nSpeed;7,5;4,5;5\n"));
        const Output changed = runProgram({"decide", "--import-csv", csv, "--out", again});
        QCOMPARE(changed.code, 0);
        QVERIFY2(changed.err.contains("New alternatives: Rust."), changed.err.constData());
        const auto read = storage::loadProject(again);
        QVERIFY(read);
        QCOMPARE(read->decision.needs.back().name, QStringLiteral("Speed"));
        QCOMPARE(read->decision.needs.back().weight, 7.5);

        QVERIFY(writeFile(csv, "Need;Weight;Go\nSpeed;7,5;high\n"));
        const Output wrong = runProgram({"decide", "--import-csv", csv});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains("line 2, column 3 (Go): 'high' is no number"),
                 wrong.err.constData());
    }

private:
    [[nodiscard]] QString inFolder(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(CliFilesTest)
#include "cli_files_test.moc"
