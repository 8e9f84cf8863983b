pub trait Media {
    fn minutes(&self) -> u32;
}

pub struct Song(pub &'static str, pub u32);
pub struct Talk;

impl Media for Song {
    fn minutes(&self) -> u32 {
        self.1
    }
}

impl Media for Talk {
    fn minutes(&self) -> u32 {
        20
    }
}

pub fn playlist() -> Vec<Song> {
    vec![Song("La", 3), Talk]
}

pub fn total(list: &[Song]) -> u32 {
    list.iter().map(|media| media.minutes()).sum()
}
