// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <memory>
#include <vector>

#include <sched.h>
#include <unistd.h>

namespace
{

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// A control group that may use a twentieth of one CPU, of either version; removed with this
/// object.
class SmallQuota
{
public:
    SmallQuota()
    {
        const QString name = QStringLiteral("/weighbridge-test-%1").arg(getpid());
        const bool isVersion1 = QFile::exists(QStringLiteral("/sys/fs/cgroup/cpu"));
        m_path =
            (isVersion1 ? QStringLiteral("/sys/fs/cgroup/cpu") : QStringLiteral("/sys/fs/cgroup")) +
            name;
        if (!QDir().mkdir(m_path)) {
            m_problem = QStringLiteral("No control group can be made at ") + m_path;
            return;
        }
        const bool isSet = isVersion1 ? write(m_path + QStringLiteral("/cpu.cfs_quota_us"), "5000")
                                      : write(m_path + QStringLiteral("/cpu.max"), "5000 100000");
        if (!isSet)
            m_problem = QStringLiteral("The control group takes no CPU quota: ") + m_path;
    }
    ~SmallQuota() { QDir().rmdir(m_path); }
    SmallQuota(const SmallQuota &) = delete;
    SmallQuota &operator=(const SmallQuota &) = delete;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString processes() const { return m_path + QStringLiteral("/cgroup.procs"); }

private:
    QString m_path;
    QString m_problem;
};

QJsonObject flagOf(const QJsonObject &json, const char *id)
{
    for (const QJsonValue &each : json[QStringLiteral("flags")].toArray()) {
        if (each[QStringLiteral("id")].toString() == QLatin1String(id))
            return each.toObject();
    }
    return {};
}

QJsonObject outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    process.waitForFinished();
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

} // namespace

/// What the machine does to a load is told as such.
class CliLoadMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuotaThatThrottlesIsNamed()
    {
        const SmallQuota quota;
        if (!quota.problem().isEmpty())
            QSKIP(qPrintable(quota.problem()));
        const RunningReference server;
        const QString script = QStringLiteral("echo $$ > '%1' && exec '%2' load %3 -d 1 --json")
                                   .arg(quota.processes(), QStringLiteral(WEIGHBRIDGE_EXECUTABLE),
                                        server.url(QStringLiteral("/json")));
        const QJsonObject json = outputOf(QStringLiteral("sh"), {QStringLiteral("-c"), script});
        const QJsonObject flag = flagOf(json, "throttled");
        QVERIFY2(!flag.isEmpty(), QJsonDocument(json).toJson().constData());
        QVERIFY(flag[QStringLiteral("text")].toString().contains(QStringLiteral("CPU quota")));
        QVERIFY(!flag[QStringLiteral("remedy")].toString().isEmpty());
    }

    void aGeneratorThatMustShareItsCpuIsStarved()
    {
        cpu_set_t set;
        if (sched_getaffinity(0, sizeof set, &set) != 0 || CPU_COUNT(&set) < 2)
            QSKIP("This needs two CPUs: one for the server");
        const RunningReference server;
        QString cpu;
        for (int i = 0; i < CPU_SETSIZE; ++i) {
            if (CPU_ISSET(i, &set))
                cpu = QString::number(i); // the last one
        }
        std::vector<std::unique_ptr<QProcess>> hogs;
        for (int i = 0; i < 3; ++i) {
            hogs.push_back(std::make_unique<QProcess>());
            hogs.back()->start(QStringLiteral("taskset"),
                               {QStringLiteral("-c"), cpu, QStringLiteral("sh"),
                                QStringLiteral("-c"), QStringLiteral("while :; do :; done")});
            QVERIFY(hogs.back()->waitForStarted());
        }
        const QJsonObject json =
            outputOf(QStringLiteral("taskset"),
                     {QStringLiteral("-c"), cpu, QStringLiteral(WEIGHBRIDGE_EXECUTABLE),
                      QStringLiteral("load"), server.url(QStringLiteral("/json")),
                      QStringLiteral("-c"), QStringLiteral("64"), QStringLiteral("-d"),
                      QStringLiteral("1.5"), QStringLiteral("--json")});
        for (const auto &hog : hogs) {
            hog->kill();
            hog->waitForFinished();
        }
        const QJsonObject flag = flagOf(json, "generator_bound");
        QVERIFY2(!flag.isEmpty(), QJsonDocument(json).toJson().constData());
        QVERIFY2(flag[QStringLiteral("text")].toString().contains(QStringLiteral("starved")),
                 qPrintable(flag[QStringLiteral("text")].toString()));
        QVERIFY2(!flagOf(json, "foreign_load").isEmpty(), // three programs on one CPU of a few
                 QJsonDocument(json).toJson().constData());
    }
};

QTEST_GUILESS_MAIN(CliLoadMachineTest)
#include "cli_load_machine_test.moc"
