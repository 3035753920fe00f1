// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace thidua::ui {
namespace {

QString iconPath(const QString& name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

/// The drawing in `color`, its stroke 1.6 px wide at `px` (the drawings stand on a 24 grid).
QByteArray recoloured(const QString& name, const QColor& color, int px)
{
    static QHash<QString, QByteArray> sources;
    if (!sources.contains(name)) {
        QFile file(iconPath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        sources.insert(name, file.readAll());
    }
    QByteArray svg = sources.value(name);
    svg.replace("#1A2330", color.name().toLatin1());
    svg.replace("stroke-width=\"1.6\"", "stroke-width=\"" + QByteArray::number(1.6 * 24 / px) + "\"");
    return svg;
}

/// Paints an icon in the colours of the theme at that moment, so that no icon has to be made anew when the theme changes.
class ThemedEngine final : public QIconEngine {
public:
    ThemedEngine(QString name, Ink ink) : m_name(std::move(name)), m_ink(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QPixmap picture = iconPixmap(m_name, color(mode), side, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, picture);
    }
    // `size` comes in device pixels, scaled by `scale`; QIcon sets the ratio on what it gets back.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = std::max(1, qRound(std::min(size.width(), size.height()) / scale));
        return iconPixmap(m_name, color(mode), side, scale);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
    QIconEngine* clone() const override { return new ThemedEngine(m_name, m_ink); }
    QString key() const override { return QStringLiteral("thidua"); }
    bool isNull() override { return false; }

private:
    QColor color(QIcon::Mode mode) const { return Theme::tokens().ink(mode == QIcon::Disabled ? Ink::Text3 : m_ink); }
    QString m_name;
    Ink m_ink;
};

}

QIcon icon(const QString& name, Ink ink)
{
    return name.isEmpty() ? QIcon() : QIcon(new ThemedEngine(name, ink));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int px, double ratio)
{
    const QString key = QStringLiteral("thidua/%1/%2/%3/%4").arg(name, color.name()).arg(px).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(px, px) * ratio);
    pixmap.fill(Qt::transparent);
    const QByteArray svg = recoloured(name, color, px);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(pixmap.size())));
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

bool hasIcon(const QString& name)
{
    return QFile::exists(iconPath(name));
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return QStringLiteral("check");
    case Tone::Warn: return QStringLiteral("question");
    case Tone::Bad: return QStringLiteral("cross");
    case Tone::Info: return QStringLiteral("info");
    case Tone::Mute: return QStringLiteral("minus");
    case Tone::None: break;
    }
    return {};
}

}
