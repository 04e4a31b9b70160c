"""Makes the sample files of the sandbox in src/sandbox/files/. All are drawn or computed here, and free to use.

Run it after a change, with Python 3.11 or newer:

    pip install pillow==13.0.0 pillow-heif==1.8.1 imageio-ffmpeg
    python scripts/sampleFiles.py

The files are committed. Encoders differ between versions, so that another run can give other bytes: then
src/sandbox/world/sampleFiles.ts needs the new sizes, which a test compares.
"""

import io
import math
import struct
import subprocess
import tempfile
import wave
import zipfile
from pathlib import Path

import imageio_ffmpeg
import pillow_heif
from PIL import Image, ImageDraw, ImageFilter, ImageFont

pillow_heif.register_heif_opener()
folder = Path(__file__).resolve().parent.parent / "src/sandbox/files"
ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()

SECONDS = 12.5
FPS = 24
FILM = (640, 360)


def harbour(width, height, phase=0.0, caption=""):
    """A harbour at dusk. `phase` moves the boat from the left (0) to the right (1)."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    horizon = int(height * 0.6)
    for y in range(height):
        part = y / horizon if y < horizon else (y - horizon) / (height - horizon)
        sky = (int(40 + 210 * part), int(60 + 100 * part), int(120 + 10 * part))
        sea = (int(40 - 20 * part), int(90 - 50 * part), int(120 - 50 * part))
        draw.line([(0, y), (width, y)], fill=sky if y < horizon else sea)
    radius = height // 9
    sun = (int(width * 0.7), int(horizon - radius * 0.4))
    draw.ellipse([sun[0] - radius, sun[1] - radius, sun[0] + radius, sun[1] + radius], fill=(255, 220, 150))
    for house in range(9):
        left = int(width * (0.02 + house * 0.06))
        top = horizon - int(height * (0.10 + 0.05 * ((house * 7) % 4)))
        draw.rectangle([left, top, left + int(width * 0.05), horizon], fill=(50 + house * 6, 40, 55))
        draw.rectangle([left + width // 90, top + height // 40, left + width // 45, top + height // 18], fill=(250, 210, 110))
    for wave_line in range(10):
        y = horizon + int((height - horizon) * (wave_line + 0.6) / 10)
        shift = int(width * 0.05 * math.sin(wave_line + phase * 12))
        for x in range(-width // 10 + shift, width, width // 6):
            draw.line([(x, y), (x + width // 14, y)], fill=(120, 150, 170), width=max(1, height // 200))
    x, y, size = int(width * (0.05 + 0.8 * phase)), horizon + height // 6, height // 10
    draw.polygon([(x - size, y), (x + size, y), (x + size * 0.7, y + size * 0.4), (x - size * 0.7, y + size * 0.4)], fill=(140, 40, 40))
    draw.polygon([(x, y - size * 1.6), (x, y - 4), (x + size * 0.9, y - 4)], fill=(245, 240, 230))
    if caption:
        draw.text((width * 0.04, height * 0.05), caption, fill=(255, 255, 255), font=ImageFont.load_default(height / 8))
    return image


def save(name, data):
    (folder / name).write_bytes(data)


def encoded(image, **options):
    out = io.BytesIO()
    image.save(out, **options)
    return out.getvalue()


def photo():
    """The pixels are upside down, and EXIF says so: what shows it must turn it. EXIF also names a place and a camera."""
    exif = Image.Exif()
    exif[0x010F] = "Sandbox"
    exif[0x0110] = "Drawn camera"
    exif[0x0112] = 3
    exif[0x8825] = {
        1: "N", 2: (38.0, 43.0, 20.28), 3: "W", 4: (9.0, 8.0, 21.48),
    }
    image = harbour(1600, 1200, 0.4).transpose(Image.Transpose.ROTATE_180)
    return encoded(image, format="JPEG", quality=70, exif=exif, optimize=True)


def sketch():
    image = Image.new("RGBA", (640, 480), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for step in range(12):
        angle = step * math.pi / 6
        centre = (320 + 120 * math.cos(angle), 240 + 120 * math.sin(angle))
        draw.ellipse([centre[0] - 60, centre[1] - 60, centre[0] + 60, centre[1] + 60], outline=(30, 90 + step * 12, 200, 255), width=5)
    return encoded(image, format="PNG", optimize=True)


def parrot():
    frames = []
    for step in range(10):
        frame = Image.new("P", (128, 128), 0)
        frame.putpalette([255, 255, 255, 40, 170, 80, 230, 60, 60, 20, 20, 20])
        draw = ImageDraw.Draw(frame)
        x, y = 64 + 18 * math.cos(step * math.pi / 5), 60 + 12 * math.sin(step * math.pi / 5)
        draw.ellipse([x - 34, y - 34, x + 34, y + 34], fill=1)
        draw.polygon([(x + 26, y - 8), (x + 52, y + 4), (x + 24, y + 16)], fill=2)
        draw.ellipse([x + 4, y - 18, x + 16, y - 6], fill=3)
        draw.rectangle([x - 20, y + 30, x + 14, 128], fill=1)
        frames.append(frame)
    return encoded(frames[0], format="GIF", save_all=True, append_images=frames[1:], duration=80, loop=0)


def sticker():
    image = Image.new("RGBA", (256, 256), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse([16, 16, 240, 240], fill=(255, 205, 60, 255), outline=(120, 80, 10, 255), width=6)
    for x in (84, 148):
        draw.ellipse([x, 84, x + 24, 120], fill=(60, 40, 10, 255))
    draw.arc([70, 90, 186, 196], 20, 160, fill=(60, 40, 10, 255), width=8)
    return encoded(image, format="WEBP", quality=80)


def tone(seconds, rate, notes):
    """16-bit mono samples of one note after the other, with soft ends."""
    samples = bytearray()
    length = int(seconds * rate / len(notes))
    for note in notes:
        for n in range(length):
            loudness = min(1, n / 400, (length - n) / 400)
            samples += struct.pack("<h", int(9000 * loudness * math.sin(2 * math.pi * note * n / rate)))
    return bytes(samples)


def sound(seconds, notes, *options):
    return run(["-f", "s16le", "-ar", "48000", "-ac", "1", "-i", "-"], tone(seconds, 48000, notes), *options)


def run(source, data, *options):
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary) / f"out.{options[-1]}"
        command = [ffmpeg, "-loglevel", "error", *source, *options[:-1]]
        command += ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", str(out)]
        subprocess.run(command, input=data, check=True)
        return out.read_bytes()


def films():
    count = int(SECONDS * FPS)
    frames = b"".join(harbour(*FILM, n / count, f"{n / FPS:04.1f} s").tobytes() for n in range(count))
    with tempfile.NamedTemporaryFile(suffix=".wav") as track:
        with wave.open(track.name, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(48000)
            file.writeframes(tone(SECONDS, 48000, [262, 330, 392, 523, 392, 330, 262, 196]))
        source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{FILM[0]}x{FILM[1]}", "-r", str(FPS), "-i", "-", "-i", track.name]
        common = ["-pix_fmt", "yuv420p", "-g", str(FPS), "-ac", "1"]
        save("waves.mp4", run(
            source, frames, *common, "-c:v", "libx264", "-profile:v", "main", "-preset", "veryslow", "-crf", "26",
            "-c:a", "aac", "-b:a", "32k", "-movflags", "+faststart", "mp4"))
        save("waves.webm", run(
            source, frames, *common, "-c:v", "libvpx-vp9", "-crf", "42", "-b:v", "0", "-row-mt", "0",
            "-c:a", "libopus", "-b:a", "24k", "webm"))
    save("waves.jpg", encoded(harbour(*FILM, 0.1), format="JPEG", quality=80))


def pdf():
    text = "BT /F1 28 Tf 72 720 Td (Plan for the harbour) Tj /F1 14 Tf 0 -40 Td (1. Look. 2. Sail. 3. Come back.) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{out.index('xref')}\n%%EOF\n").encode()


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("read me.txt", "plans/harbour.txt"):
            file.writestr(zipfile.ZipInfo(name, (2026, 8, 14, 8, 0, 0)), f"{name}\n" * 20)
    return out.getvalue()


def short_wave():
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(tone(1, 16000, [523, 659, 784, 1047]))
    return out.getvalue()


SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120" viewBox="0 0 120 120">
  <circle cx="60" cy="60" r="50" fill="#2a7" />
  <script>document.documentElement.setAttribute('data-script', 'ran'); fetch('/graphql?query={__typename}');</script>
</svg>
"""

HTML = """<!doctype html>
<title>This is no picture</title>
<script>document.title = 'The script ran'; fetch('/graphql?query={__typename}');</script>
<p>This is no picture.</p>
"""


def main():
    folder.mkdir(parents=True, exist_ok=True)
    save("harbour.jpg", photo())
    save("sketch.png", sketch())
    save("parrot.gif", parrot())
    save("sticker.webp", sticker())
    save("harbour.avif", encoded(harbour(640, 480, 0.2), format="AVIF", quality=55))
    save("harbour.heic", encoded(harbour(640, 480, 0.6), format="HEIF", quality=50))
    save("scan.tiff", encoded(harbour(320, 240, 0.8).filter(ImageFilter.SMOOTH).convert("L"), format="TIFF", compression="tiff_adobe_deflate"))
    films()
    # 150 Hz to 240 Hz is where people speak. The first packets of Opus are dropped, hence exactly 4 s.
    save("note.ogg", sound(4, [150, 180, 210, 240, 200, 170, 220, 160], "-c:a", "libopus", "-b:a", "24k", "ogg"))
    save("song.mp3", sound(6, [262, 294, 330, 349, 392, 440, 494, 523], "-c:a", "libmp3lame", "-b:a", "48k", "mp3"))
    save("chime.wav", short_wave())
    save("plan.pdf", pdf())
    save("archive.zip", archive())
    save("notes.txt", "Things to bring:\n- rope\n- bread\n- the good lamp\n".encode())
    save("drawing.svg", SVG.encode())
    save("page.html", HTML.encode())
    total = 0
    for path in sorted(folder.iterdir()):
        total += path.stat().st_size
        print(f"{path.stat().st_size:>8}  {path.name}")
    print(f"{total:>8}  in all")


main()
