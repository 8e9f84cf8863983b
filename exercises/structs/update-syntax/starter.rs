#[derive(Debug)]
struct Lens {
    zoom: u32,
    dirty: bool,
    price: u32,
}

fn main() {
    let base = Lens {
        zoom: 4,
        dirty: false,
        price: 90,
    };
    let mut other = Lens { zoom: 8, ..base };
    other.dirty = true;
    let last = Lens {
        price: base.price + other.zoom,
        ..other
    };
    println!("{} {} {}", base.zoom, base.dirty, base.price);
    println!("{last:?}");
}
