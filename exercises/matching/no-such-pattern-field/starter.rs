pub enum Train {
    Late { minutes: u32 },
    OnTime,
}

pub fn wait(train: &Train) -> u32 {
    match train {
        Train::Late { delay, .. } => delay + 5,
        Train::OnTime => 0,
    }
}
