// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// The guided interview on the command line, with a person's answers and with a script's.
class CliInterviewTest : public QObject
{
    Q_OBJECT

private:
    static QStringList decideArguments(const QString &line)
    {
        return QStringList{QStringLiteral("decide")} +
               line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

    static Output decide(const QString &line) { return runProgram(decideArguments(line)); }

    /// `decide --interview` with `input` on its standard input.
    static Output interview(const QString &line, const QByteArray &input)
    {
        return runProgram(decideArguments(QStringLiteral("--interview ") + line), {}, input);
    }

    static QJsonObject nextQuestion(const QString &line)
    {
        const Output output = decide(QStringLiteral("--next-question --json ") + line);
        const QString problems = schemaProblems(QStringLiteral("next_question"), output.out);
        return output.code == 0 && problems.isEmpty() ? output.json() : QJsonObject();
    }

    static QString idOf(const QJsonObject &next)
    {
        return next[QStringLiteral("question")][QStringLiteral("id")].toString();
    }

private Q_SLOTS:
    void theNextQuestionIsOneObjectForScripts()
    {
        const QJsonObject next = nextQuestion({});
        QVERIFY(!idOf(next).isEmpty());
        QVERIFY(!next[QStringLiteral("why")].toString().isEmpty());
        QCOMPARE(next[QStringLiteral("stop")].toBool(), false);
        QVERIFY(next[QStringLiteral("chance_remaining")].toDouble() > 0);
    }

    void anAnsweredAndASkippedQuestionAreNotAskedAgain()
    {
        const QString first = idOf(nextQuestion({}));
        QVERIFY(!first.isEmpty());
        const QString second = idOf(nextQuestion(QStringLiteral("--skip ") + first));
        QVERIFY(!second.isEmpty());
        QVERIFY(second != first);
        const QString third =
            idOf(nextQuestion(QStringLiteral("--skip %1 --skip %2").arg(first, second)));
        QVERIFY(!third.isEmpty());
        QVERIFY(third != first && third != second);
    }

    void aScriptThatAsksAndAnswersComesToAnEnd()
    {
        QString line;
        int asked = 0;
        for (;; ++asked) {
            const QJsonObject next = nextQuestion(line);
            QVERIFY(!next.isEmpty());
            if (next[QStringLiteral("stop")].toBool())
                break;
            const QJsonValue question = next[QStringLiteral("question")];
            const QJsonArray choices = question[QStringLiteral("choices")].toArray();
            const QString value =
                choices.isEmpty() ? QString::number(question[QStringLiteral("least")].toDouble())
                                  : choices.first()[QStringLiteral("id")].toString();
            line += QStringLiteral(" --answer %1=%2").arg(idOf(next), value);
        }
        QVERIFY2(asked >= 4 && asked < 30, qPrintable(QString::number(asked)));
    }

    void theTextSaysTheSame()
    {
        const Output text = decide(QStringLiteral("--next-question"));
        const QJsonObject next = nextQuestion({});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains(idOf(next).toUtf8()));
        const QString flat = QString::fromUtf8(text.out).simplified();
        QVERIFY2(flat.contains(next[QStringLiteral("why")].toString()), text.out.constData());
        QVERIFY(flat.contains(next[QStringLiteral("where_it_stands")].toString()));
    }

    void pipedAnswersAreWorkedInAndSaved()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.weigh"));
        const QString first = idOf(nextQuestion({}));
        const Output output = interview(QStringLiteral("--out ") + path, "1\n");
        QCOMPARE(output.code, 0);
        QCOMPARE(output.err, QByteArray());
        QVERIFY(output.out.contains("Why: "));
        QVERIFY(output.out.contains("leads"));
        QVERIFY2(output.out.contains("out of 5"), output.out.constData()); // the verdict
        const Output saved = decide(path + QStringLiteral(" --json"));
        const QJsonArray answers = saved.json()[QStringLiteral("answers")].toArray();
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers.first()[QStringLiteral("question")].toString(), first);
    }

    void aWrongAnswerIsAskedForAgain()
    {
        const Output output = interview({}, "perhaps\nq\n");
        QCOMPARE(output.code, 0);
        QVERIFY2(output.out.contains("not 'perhaps'"), output.out.constData());
    }

    void backTakesTheLastAnswerBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.weigh"));
        const Output output = interview(QStringLiteral("--out ") + path, "b\n1\nb\n\nb\nq\n");
        QCOMPARE(output.code, 0);
        QVERIFY(output.out.contains("This is the first question."));
        const Output saved = decide(path + QStringLiteral(" --json"));
        QCOMPARE(saved.json()[QStringLiteral("answers")].toArray().size(), 0);
    }

    void withNobodyToAskItSaysWhatToDo()
    {
        const Output output = interview({}, {});
        QCOMPARE(output.code, 2);
        QCOMPARE(output.out, QByteArray());
        QCOMPARE(output.complaints().size(), 1);
        QVERIFY(output.err.contains("--next-question"));
    }

    void whatDoesNotGoTogetherIsRefused()
    {
        QCOMPARE(interview(QStringLiteral("--json"), "1\n").code, 2);
        QCOMPARE(interview(QStringLiteral("--next-question"), "1\n").code, 2);
        const Output output = decide(QStringLiteral("--next-question --skip mll"));
        QCOMPARE(output.code, 2);
        QVERIFY(output.err.contains("There is no question 'mll'. Did you mean 'ml'?"));
    }

    void ctrlCEndsItAndSavesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.weigh"));
        QProcess process;
        process.start(QStringLiteral(WEIGHBRIDGE_EXECUTABLE),
                      decideArguments(QStringLiteral("--interview --out ") + path));
        process.write("1\n");
        QByteArray out;
        // The second question is asked: it waits for the next line.
        while (out.count("Enter skips") < 2 && process.waitForReadyRead(600'000))
            out += process.readAllStandardOutput();
        QCOMPARE(out.count("Enter skips"), 2);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(600'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(CliInterviewTest)
#include "cli_interview_test.moc"
