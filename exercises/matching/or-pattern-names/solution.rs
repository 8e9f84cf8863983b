pub enum Item {
    Letter(u32),
    Parcel { grams: u32, fragile: bool },
    Card,
}

pub fn weight(item: &Item) -> u32 {
    match item {
        Item::Parcel {
            grams,
            fragile: true,
        } => grams + 50,
        Item::Letter(grams) | Item::Parcel { grams, .. } => *grams,
        Item::Card => 5,
    }
}
