// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/preferences.h"

#include <array>

namespace weighbridge::shell
{

namespace
{
const QString kAppearance = QStringLiteral("window/appearance");
const QString kTextScale = QStringLiteral("window/text_scale");
const QString kReduceMotion = QStringLiteral("window/reduce_motion");
const QString kGeometry = QStringLiteral("window/geometry");

const std::array kAppearanceNames = {QStringLiteral("system"), QStringLiteral("light"),
                                     QStringLiteral("dark"), QStringLiteral("high-contrast")};
} // namespace

Preferences::Preferences()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("weighbridge"),
                 QStringLiteral("weighbridge"))
{
}

theme::Appearance Preferences::appearance() const
{
    const QString name = m_settings.value(kAppearance).toString();
    for (std::size_t i = 0; i < kAppearanceNames.size(); ++i) {
        if (kAppearanceNames[i] == name)
            return theme::Appearance(i);
    }
    return theme::Appearance::system;
}

void Preferences::setAppearance(theme::Appearance appearance)
{
    m_settings.setValue(kAppearance, kAppearanceNames[std::size_t(appearance)]);
}

double Preferences::textScale() const
{
    return m_settings.value(kTextScale, 1.0).toDouble();
}

void Preferences::setTextScale(double scale)
{
    m_settings.setValue(kTextScale, scale);
}

bool Preferences::reduceMotion() const
{
    return m_settings.value(kReduceMotion, false).toBool();
}

void Preferences::setReduceMotion(bool reduce)
{
    m_settings.setValue(kReduceMotion, reduce);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(kGeometry).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(kGeometry, geometry);
}

} // namespace weighbridge::shell
