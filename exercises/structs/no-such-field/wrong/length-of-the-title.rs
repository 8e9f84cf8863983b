pub struct Song {
    pub title: String,
    pub seconds: u32,
}

pub fn minutes(song: &Song) -> u32 {
    song.title.len().div_ceil(60) as u32
}
