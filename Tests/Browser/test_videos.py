"""Videos in a browser: nothing is loaded before a reader presses play, nothing jumps, captions show, and what is said can be read."""

from collections.abc import Iterator

import pytest
from pathlib import Path
from playwright.sync_api import Browser, Page, expect

from conftest import REPOSITORY, publish
from firefox import Firefox
from site_server import serve
from source_site import copy_source
from test_photographs import SHIFTS

PAGE = "/exercises/wall-sit/"
CUES = ["[No sound] Stand with your back against a wall.", "Slide down a little.", "Hold."]
PLAY = """async (video) => {
  video.muted = true;
  await video.play();
  for (let tries = 0; tries < 3000 && video.currentTime <= 0.2; tries += 1) await new Promise((done) => setTimeout(done, 20));
  if (video.currentTime <= 0.2) throw new Error("it does not play");
  video.pause();
  return [video.videoWidth, video.videoHeight, [...video.textTracks].map((track) => track.mode)];
}"""
SHOWN = """async (video) => {
  const [track] = video.textTracks;
  for (let tries = 0; tries < 3000 && !track.cues?.length; tries += 1) await new Promise((done) => setTimeout(done, 20));
  return [...track.cues].map((cue) => cue.text);
}"""


def opened(browser: Browser, address: str, width: int, **options: object) -> tuple[Page, list[str]]:
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    tab = context.new_page()
    tab.add_init_script(SHIFTS)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address)
    return tab, asked


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_plays_when_asked(knee: str, browser: Browser, width: int) -> None:
    tab, asked = opened(browser, knee + PAGE, width)
    video = tab.locator("main video")
    video.scroll_into_view_if_needed()
    tab.wait_for_load_state("networkidle")
    assert not [address for address in asked if address.endswith(".mp4")], asked
    box = video.bounding_box()
    assert box and box["width"] <= width and abs(box["width"] / box["height"] - 720 / 840) < 0.02, box
    assert tab.evaluate("window.shifted ?? 0") == 0
    below = tab.locator("details.transcript").bounding_box()
    assert video.evaluate(PLAY) == [720, 840, ["showing"]]
    assert video.evaluate(SHOWN)[:3] == CUES
    # Captions move inside the video; nothing around it does.
    assert tab.locator("details.transcript").bounding_box() == below
    assert all(address.startswith(knee) for address in asked), asked
    tab.context.close()


RECORD = """async () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 240, height: 280 });
  const pen = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm;codecs=vp8" });
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const stopped = new Promise((done) => (recorder.onstop = done));
  // A busy machine takes fewer pictures: at least two seconds, and until there are some.
  recorder.start(200);
  for (let frame = 0; frame < 40 || (frame < 1500 && parts.filter((part) => part.size).length < 5); frame += 1) {
    pen.fillStyle = `hsl(${frame * 9} 80% 50%)`;
    pen.fillRect(0, 0, 240, 280);
    await new Promise((done) => setTimeout(done, 40));
  }
  recorder.stop();
  await stopped;
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
}"""


def test_plays_in_firefox(limber: Path, browser: Browser, firefox_browser: Firefox, tmp_path: Path) -> None:
    """A WebM, which every Firefox plays: whether one plays H.264 depends on the machine. Nothing of the film before somebody plays it."""
    recording = browser.new_page()
    film = bytes(recording.evaluate(RECORD))
    recording.close()
    source = tmp_path / "clinic"
    copy_source(REPOSITORY / "Examples/knee-clinic", source)
    folder = source / "Content/exercises"
    (folder / "wall-sit-video.mp4").unlink()
    (folder / "wall-sit-video.webm").write_bytes(film)
    (folder / "wall-sit-video.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nHold.\n")
    for file in [folder / "wall-sit.md", source / "Content/pictures.yaml"]:
        if file.exists():
            file.write_text(file.read_text().replace("wall-sit-video.mp4", "wall-sit-video.webm"))
    with serve(publish(limber, source, tmp_path / "built").folder) as address:
        tab = firefox_browser.new_page()
        tab.set_viewport(390, 844)
        firefox_browser.take_events()

        def asked() -> list[str]:
            return [event["request"]["url"] for name, event in firefox_browser.take_events() if name == "network.beforeRequestSent"]

        tab.goto(address + PAGE)
        # Firefox fetches the captions, which are a few bytes, beforehand.
        assert not [one for one in asked() if one.endswith(".webm")]
        video = "document.querySelector('main video')"
        assert tab.evaluate(f"({PLAY})({video})") == [240, 280, ["showing"]]
        assert tab.evaluate(f"({SHOWN})({video})") == ["Hold."]
        after = asked()
        assert [one for one in after if one.endswith(".webm")] and all(one.startswith(address) for one in after), after
        tab.close()


def test_what_is_said_can_be_read(knee: str, browser: Browser) -> None:
    tab, _ = opened(browser, knee + PAGE, 390, java_script_enabled=False)
    said = tab.locator("details.transcript")
    expect(said.get_by_text("Slide down a little.")).to_be_hidden()
    said.locator("summary").click()
    for cue in CUES:
        expect(said).to_contain_text(cue)
    tab.context.close()


def test_a_host_learns_nothing_before_the_button(limber: Path, browser: Browser, tmp_path: Path) -> None:
    source = tmp_path / "clinic"
    copy_source(REPOSITORY / "Examples/starter", source)
    settings = source / "site.yaml"
    settings.write_text(settings.read_text() + "\ncontent-policy: {frame: [https://www.youtube-nocookie.com]}\n")
    article = source / "Content/stretches/straight-leg-raise.md"
    article.write_text(article.read_text() + "\n## As a video\n\n![Raising the leg](https://youtu.be/abc-123)\n")
    with serve(publish(limber, source, tmp_path / "built").folder) as address:
        tab, asked = opened(browser, address + "/stretches/straight-leg-raise/", 390)
        tab.route("**/embed/**", lambda route: route.fulfill(body="<p>Playing</p>", content_type="text/html"))
        button = tab.get_by_role("button", name="Show “Raising the leg” from www.youtube-nocookie.com. It will learn that you are here.")
        expect(button).to_be_visible()
        assert all(one.startswith(address) for one in asked), asked
        button.click()
        expect(tab.frame_locator("iframe").get_by_text("Playing")).to_be_visible()
        assert [one for one in asked if not one.startswith(address)] == ["https://www.youtube-nocookie.com/embed/abc-123"]
        frame = tab.locator("iframe").bounding_box()
        assert frame and frame["width"] <= 390 and frame["height"] > 150, frame
        tab.context.close()
