use super::*;

#[test]
fn loud_settings() {
    assert_eq!(
        loud(),
        Settings {
            volume: 9,
            muted: false,
            speed: 1
        },
        "only the volume differs"
    );
    assert_eq!(Settings::default().volume, 5, "the default is untouched");
}
