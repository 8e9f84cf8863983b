struct Car {
    brand: String,
}

impl Car {
    fn honk() {
        println!("{} honks", self.brand);
    }
}

fn main() {
    let car = Car { brand: "Tram".to_string() };
    println!("{}", car.brand);
    Car::honk();
}
