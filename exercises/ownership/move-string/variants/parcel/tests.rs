use super::*;

#[test]
fn label_and_van() {
    let mut van = Vec::new();
    let parcel = Parcel {
        town: String::from("Rome"),
        kilos: 2,
    };
    assert_eq!(send(parcel, &mut van), "to Rome, 2 kg", "town and weight");
    assert_eq!(van.len(), 1, "the parcel must be in the van");
    assert_eq!(van[0].town, "Rome", "the van holds the very parcel");
}

#[test]
fn second_parcel_has_its_own_label() {
    let mut van = vec![Parcel {
        town: String::from("Oslo"),
        kilos: 9,
    }];
    let parcel = Parcel {
        town: String::from("Bern"),
        kilos: 1,
    };
    assert_eq!(
        send(parcel, &mut van),
        "to Bern, 1 kg",
        "the label belongs to the new parcel"
    );
}
