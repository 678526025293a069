// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

/// What came out of one run of the program.
struct Output {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QStringList complaints() const; ///< the lines on stderr, empty ones left out
    [[nodiscard]] QJsonObject json() const;       ///< of stdout; empty where it is no object
};

/// Runs the real program on `input` and waits for it, `environment` on top of ours.
[[nodiscard]] Output runProgram(const QStringList &arguments,
                                const QHash<QString, QString> &environment = {},
                                const QByteArray &input = {});

/// Fails the test that runs unless this was refused as wrong usage, without a result, in these
/// words.
void expectRefused(const Output &output, const QString &words);

/// The element of a list with this id; empty where there is none.
[[nodiscard]] QJsonObject elementOf(const QJsonObject &document, const char *list,
                                    const QString &id);

/// What the schema says against `document`; empty where it follows it.
[[nodiscard]] QString schemaProblems(const QString &schema, const QByteArray &document);

/// The program's own server on a free port, ended with this object.
class RunningReference
{
public:
    RunningReference();
    ~RunningReference();
    [[nodiscard]] QString url(const QString &path) const { return m_url + path; }

private:
    QProcess m_process;
    QString m_url;
};
