pub struct Bike {
    pub colour: String,
}

fn shop(bike: Bike) -> &'static str {
    drop(bike);
    "sold to shop"
}

pub fn sell(bike: Bike) -> String {
    let colour = bike.colour.clone();
    let note = shop(bike);
    format!("{colour}: {note}")
}
